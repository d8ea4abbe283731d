import type { Chat } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { Icon } from './icons.tsx'
import { useSend } from './sending.ts'
import { useWriting, write } from './writing.ts'
import './composer.css'

/** Where one writes. */
export function Composer({ as, chat, name }: { as: string; chat: Chat; name: string }) {
  const words = useWords()
  const { text, named, refused } = useWriting(as, chat.chat_id)
  const { sendText } = useSend(as, chat.chat_id)
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void sendText(text, named)
      }}
    >
      {refused !== '' && (
        <p role="alert" className="refused">
          {refused}
        </p>
      )}
      <textarea
        rows={1}
        value={text}
        aria-label={words.composer.label}
        placeholder={words.composer.to(name)}
        onChange={(event) => write(as, chat.chat_id, () => ({ text: event.target.value, refused: '' }))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void sendText(text, named)
        }}
      />
      <button
        type="submit"
        className="plain-button"
        aria-label={words.composer.send}
        disabled={text.trim() === ''}
      >
        <Icon name="send" />
      </button>
    </form>
  )
}
