import { ButtonView } from './button.tsx'
import { ChartView } from './chart.tsx'
import { CheckerView } from './checker.tsx'
import { drawn } from './drawn.tsx'
import { FormView } from './form.tsx'
import { InputView } from './input.tsx'
import { OverflowView } from './overflow.tsx'
import { PeopleView } from './people.tsx'
import { PickerView } from './picker.tsx'
import { SelectView } from './select.tsx'
import { SelectImgView } from './select-img.tsx'
import { TableView } from './table/table.tsx'

/** How the tags are drawn that a person fills in, presses, turns the pages of or reads figures from. */
export const usedDrawings = {
  ...drawn(ButtonView, 'button'),
  ...drawn(ChartView, 'chart'),
  ...drawn(CheckerView, 'checker'),
  ...drawn(FormView, 'form'),
  ...drawn(InputView, 'input'),
  ...drawn(OverflowView, 'overflow'),
  ...drawn(PeopleView, 'select_person', 'multi_select_person'),
  ...drawn(PickerView, 'date_picker', 'picker_time', 'picker_datetime'),
  ...drawn(SelectView, 'select_static', 'multi_select_static'),
  ...drawn(SelectImgView, 'select_img'),
  ...drawn(TableView, 'table'),
}
