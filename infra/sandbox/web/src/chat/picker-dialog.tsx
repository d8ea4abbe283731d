import { Modal } from '@douyinfe/semi-ui-19'
import { useWords } from '../words/words.ts'
import { PersonChoices } from './person-picker.tsx'

/** The same people, over the chats: somebody else, or somebody more. */
export function PickerDialog(given: { open: boolean; choose: (openId: string) => void; close: () => void }) {
  const words = useWords()
  return (
    <Modal
      visible={given.open}
      centered
      title={words.picker.title}
      footer={null}
      width="min(720px, calc(100vw - 24px))"
      bodyStyle={{ height: 'min(560px, calc(100vh - 160px))', paddingBottom: 16 }}
      onCancel={given.close}
    >
      <PersonChoices choose={given.choose} />
    </Modal>
  )
}
