import { Dropdown } from '@douyinfe/semi-ui-19'
import { useState } from 'react'
import type * as z from 'zod'
import type { overflow as OverflowShape } from '../../../platform/cards/shape/buttons.ts'
import { useWords } from '../words/words.ts'
import { usePress } from './busy.ts'
import { ConfirmDialog } from './confirm.tsx'
import type { Drawn } from './drawn.tsx'
import { widthOf } from './form-field.tsx'
import { contentOf } from './form-words.ts'
import { useSeat } from './seat.ts'
import './overflow.css'

type OverflowElement = z.infer<typeof OverflowShape>

/** Three dots that unfold a list of things to do. */
export function OverflowView({ element: overflow, path }: Drawn<OverflowElement>) {
  const words = useWords().inputs
  const { locale } = useSeat()
  const { working, press } = usePress()
  const [asking, setAsking] = useState<string>()
  const choose = (option: string) =>
    overflow.confirm ? setAsking(option) : void press({ button: path, option })
  const answer = (yes: boolean) => {
    if (yes && asking !== undefined) void press({ button: path, option: asking })
    setAsking(undefined)
  }
  const menu = (
    <Dropdown.Menu className="overflow-menu">
      {overflow.options.map(({ text, value }) => (
        <Dropdown.Item key={value} onClick={() => choose(value)}>
          {contentOf(text, locale)}
        </Dropdown.Item>
      ))}
    </Dropdown.Menu>
  )
  const off = overflow.disabled === true || working !== undefined
  return (
    <>
      <Dropdown
        motion={false}
        trigger="click"
        position="bottomLeft"
        clickToHide
        render={menu}
        disableFocusListener={false}
      >
        <button
          type="button"
          className="button button-medium button-default overflow"
          style={widthOf(overflow.width)}
          aria-label={words.more}
          aria-haspopup="menu"
          disabled={off}
          aria-disabled={off}
          aria-busy={working === path}
        >
          {working === path ? <span className="spinner" /> : <span aria-hidden="true">•••</span>}
        </button>
      </Dropdown>
      {asking !== undefined && overflow.confirm && <ConfirmDialog asked={overflow.confirm} answer={answer} />}
    </>
  )
}
