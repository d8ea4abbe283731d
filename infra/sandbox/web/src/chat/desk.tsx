import { useEffect, useState } from 'react'
import { Director } from '../director/director.tsx'
import { Tour } from '../director/tour.tsx'
import { useLive } from '../sandbox/live.ts'
import { useExtender } from '../sandbox/queries.ts'
import { useWords } from '../words/words.ts'
import { DeskProvider, useDeskPlaces } from './desk-places.ts'
import { Pane } from './pane.tsx'
import { PersonPicker } from './person-picker.tsx'
import { PickerDialog } from './picker-dialog.tsx'
import { Rail } from './rail.tsx'
import './desk.css'

/** The whole window: the rail, one pane for each person, and whoever directs the world. */
export function DeskView() {
  const desk = useDeskPlaces()
  const words = useWords()
  const connected = useLive()
  const { panes, active } = desk
  const [picking, setPicking] = useState<number>()
  useEffect(() => {
    document.title = words.title
  }, [words])

  const choose = (index: number) => (as: string) => {
    setPicking(undefined)
    if (panes[index]?.as !== as) desk.go(index, { as, chat: '' })
  }
  return (
    <DeskProvider value={desk}>
      <div className="desk" data-open={panes[active]?.chat ? 'chat' : 'list'}>
        <div className="above">
          <Standing connected={connected} />
          <Tour />
        </div>
        <Rail pick={setPicking} />
        <div className="panes">
          {panes.length === 0 ? (
            <PersonPicker choose={choose(0)} />
          ) : (
            panes.map((place, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a pane is its place; who is in it changes
              <Pane key={index} index={index} place={place} pick={() => setPicking(index)} />
            ))
          )}
        </div>
        <Director />
      </div>
      <PickerDialog
        open={picking !== undefined}
        choose={choose(picking ?? 0)}
        close={() => setPicking(undefined)}
      />
    </DeskProvider>
  )
}

/** Says that the connection is lost, and that it is back; and that the bot's world is not ready yet. */
function Standing({ connected }: { connected: boolean }) {
  const words = useWords()
  const preparing = useExtender()?.preparing === true
  return (
    <div role="status" className="standing">
      {!connected && <p>{words.live.lost}</p>}
      {connected && preparing && <p>{words.director.preparing}</p>}
    </div>
  )
}
