import type { ComponentType } from 'react'
import { ButtonView } from './button.tsx'
import { ChartView } from './chart.tsx'
import { CheckerView } from './checker.tsx'
import type { Drawn } from './elements.tsx'
import { FormView } from './form.tsx'
import { InputView } from './input.tsx'
import { OverflowView } from './overflow.tsx'
import { PeopleView } from './people.tsx'
import { PickerView } from './picker.tsx'
import { SelectView } from './select.tsx'
import { SelectImgView } from './select-img.tsx'
import { TableView } from './table/table.tsx'

/** How the tags are drawn that a person fills in, presses, turns the pages of or reads figures from. */
export const usedDrawings: Record<string, ComponentType<Drawn>> = {
  button: ButtonView,
  chart: ChartView,
  checker: CheckerView,
  date_picker: PickerView,
  form: FormView,
  input: InputView,
  multi_select_person: PeopleView,
  multi_select_static: SelectView,
  overflow: OverflowView,
  picker_datetime: PickerView,
  picker_time: PickerView,
  select_img: SelectImgView,
  select_person: PeopleView,
  select_static: SelectView,
  table: TableView,
}
