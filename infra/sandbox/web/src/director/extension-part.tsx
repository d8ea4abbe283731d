import { useExtension } from '../sandbox/queries.ts'
import type { Section } from '../sandbox/wire.ts'
import { ActionButton } from './action-button.tsx'
import { Part } from './part.tsx'
import { useSteady } from './steady.ts'

/** What the world around the bot adds to the panel; nothing when nobody does. */
export function ExtensionParts() {
  const sections = useSteady(useExtension())?.sections ?? []
  return sections.map((section) => (
    <Part key={section.id} title={section.title}>
      <Lines lines={section.lines} />
      {section.rows && <Rows rows={section.rows} />}
      {section.actions.length > 0 && (
        <div className="buttons">
          {section.actions.map((action) => (
            <ActionButton key={action.id} action={action} />
          ))}
        </div>
      )}
    </Part>
  ))
}

const Lines = ({ lines }: Pick<Section, 'lines'>) => (
  <dl className="lines">
    {lines.map(({ label, value, tone }) => (
      <div key={label} data-tone={tone}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

function Rows({ rows: [head = [], ...rows] }: { rows: string[][] }) {
  return (
    <table className="rows">
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
          <tr key={place}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its column
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
