import { Image } from '@douyinfe/semi-ui-19'
import { useWords } from '../words/words.ts'
import { Icon } from './icons.tsx'

export function ImageMessage({ imageKey }: { imageKey: string }) {
  const words = useWords()
  return (
    <Image
      className="image-message"
      src={`/sandbox/images/${encodeURIComponent(imageKey)}`}
      alt={words.message.image}
      fallback={<span>{words.message.imageFailed}</span>}
    />
  )
}

export function FileMessage({ fileKey, name }: { fileKey: string; name: string }) {
  const words = useWords()
  const address = `/sandbox/files/${encodeURIComponent(fileKey)}?name=${encodeURIComponent(name)}`
  return (
    <div className="file">
      <Icon name="file" size={32} />
      <span>{name}</span>
      <a href={address} download={name} aria-label={words.message.downloadOf(name)}>
        {words.message.download}
      </a>
    </div>
  )
}
