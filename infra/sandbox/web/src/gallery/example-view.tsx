import { Toast } from '@douyinfe/semi-ui-19'
import { useMemo, useState } from 'react'
import { Card } from '../card/card.tsx'
import { type Seat, SeatProvider } from '../card/seat.ts'
import { usePreferences } from '../preferences.ts'
import type { Press } from '../sandbox/wire.ts'
import { useWords, type Words } from '../words/words.ts'
import type { Example } from './examples/example.ts'
import { pictureOf } from './pictures.ts'

/** A card of the gallery under its name, and what it is written as. */
export function ExampleView({ example, name }: { example: Example; name: string }) {
  const words = useWords().gallery
  const seat = useGallerySeat(`${example.tag} ${example.en}`)
  return (
    <article className="example" aria-label={`${example.tag} ${name}`}>
      <h3>{name}</h3>
      <SeatProvider value={seat}>
        <Card card={example.card} />
      </SeatProvider>
      <Written card={example.card} label={words.jsonOf(name)} say={words.json} />
    </article>
  )
}

function Written({ card, label, say }: { card: object; label: string; say: string }) {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={label}>{say}</summary>
      {open && <pre className="written">{JSON.stringify(card, null, 2)}</pre>}
    </details>
  )
}

/** A place with people and pictures of its own, where a press only shows what it would send. */
function useGallerySeat(id: string): Seat {
  const { language } = usePreferences()
  const words = useWords().gallery
  return useMemo(
    () => ({
      as: 'ou_lin',
      card: { id: `gallery ${id}`, version: 0 },
      nameOf: (openId) => words.people[openId],
      members: Object.keys(words.people),
      imageOf: pictureOf,
      within: () => undefined,
      press: async (press) => tell(press, words),
      locale: language === 'en' ? 'en_us' : 'zh_cn',
    }),
    [id, language, words],
  )
}

function tell(press: Press, words: Words['gallery']): undefined {
  const content = (
    <div className="would-be-sent">
      <p>{words.sent}</p>
      <pre className="written">{JSON.stringify(press, null, 2)}</pre>
    </div>
  )
  Toast.info({ content, duration: 6 })
}
