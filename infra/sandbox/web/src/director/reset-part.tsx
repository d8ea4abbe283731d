import { Button } from '@douyinfe/semi-ui-19'
import { useState } from 'react'
import { ask } from '../sandbox/ask.ts'
import { useWords } from '../words/words.ts'
import { useDoing } from './doing.ts'
import { FoldedPart } from './part.tsx'
import { Sure } from './sure.tsx'

/** Forgets everybody and everything that was said, once somebody is sure. */
export function ResetPart() {
  const words = useWords().director.reset
  const [asking, setAsking] = useState(false)
  const reset = useDoing(() => ask('POST', '/reset'))
  return (
    <FoldedPart title={words.label}>
      <Button type="danger" loading={reset.isPending} onClick={() => setAsking(true)}>
        {words.button}
      </Button>
      {asking && (
        <Sure
          danger
          title={words.title}
          text={words.text}
          confirm={words.confirm}
          yes={() => {
            setAsking(false)
            reset.mutate(undefined)
          }}
          no={() => setAsking(false)}
        />
      )}
    </FoldedPart>
  )
}
