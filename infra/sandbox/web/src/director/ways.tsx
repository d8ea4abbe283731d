import { useEffect, useEffectEvent, useState } from 'react'
import { useDesk } from '../chat/desk-places.ts'
import { ask } from '../sandbox/ask.ts'
import type { Chat, Step, View } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { ActionButton } from './action-button.tsx'
import { DeedButton } from './deed-button.tsx'
import { useDoing } from './doing.ts'
import { makeRoom } from './shown.ts'

type Given = { step: Step; view: View; solid?: boolean }

/** To the person and chat of a step, and what it needs to be done. */
export function Ways({ step, view, solid = false }: Given) {
  const { as, action: wanted, done } = step
  const action = view.sections.flatMap(({ actions }) => actions).find(({ id }) => id === wanted)
  return (
    <span className="ways">
      {as !== undefined && <Lead step={step} as={as} solid={solid} />}
      {action && !done && <ActionButton small action={{ ...action, primary: false }} />}
    </span>
  )
}

/** Leads to the chat; where the card of the step is still on its way, as soon as it is there. */
function Lead({ step, as, solid }: { step: Step; as: string; solid: boolean }) {
  const words = useWords().director.tour
  const { go, active } = useDesk()
  const [waiting, setWaiting] = useState(false)
  const lead = useDoing(async (_: undefined) => {
    const chat = step.chat ?? (await ask<{ p2p: Chat | null }>('GET', `/chats?user=${as}`)).p2p?.chat_id
    go(active, { as, chat: chat ?? '' })
    makeRoom()
  })
  const { waits = false } = step
  const arrived = useEffectEvent(() => {
    setWaiting(false)
    lead.mutate(undefined)
  })
  useEffect(() => {
    if (waiting && !waits) arrived()
  }, [waiting, waits])
  return (
    <>
      <DeedButton
        small
        primary={solid}
        label={words.goTo(step.title)}
        busy={lead.isPending || waiting}
        press={() => setWaiting(true)}
      >
        {words.go}
      </DeedButton>
      <span role="status">{waiting && waits && words.onItsWay}</span>
    </>
  )
}
