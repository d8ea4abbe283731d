import { Modal } from '@douyinfe/semi-ui-19'
import { useWords } from '../words/words.ts'

type Asked = {
  title: string
  text: string
  confirm: string
  danger?: boolean
  yes: () => void
  no: () => void
}

/** Asks once more before something is done. */
export function Sure({ title, text, confirm, danger = false, yes, no }: Asked) {
  const words = useWords()
  return (
    <Modal
      visible
      centered
      title={title}
      okText={confirm}
      cancelText={words.director.cancel}
      // Semi calls them confirm and cancel, whatever stands on them.
      okButtonProps={{ 'aria-label': confirm, ...(danger && { type: 'danger' }) }}
      cancelButtonProps={{ 'aria-label': words.director.cancel }}
      width="min(420px, calc(100vw - 32px))"
      onOk={yes}
      onCancel={no}
    >
      <p>{text}</p>
    </Modal>
  )
}
