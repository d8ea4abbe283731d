import { CannotDo, type Out } from '../declare.ts'

/** What a row, or the rows of one person, leads to. `same`: nothing. */
export type Row = {
  rows: readonly number[]
  is: 'new' | 'changed' | 'gone' | 'same' | 'refused'
  name: string
  say: string
}

const marks: Readonly<Record<Row['is'], string>> = {
  new: '新',
  changed: '改',
  gone: '去',
  same: '同',
  refused: '✗',
}

export const preview = (rows: readonly Row[], { say }: Pick<Out, 'say'>): void => {
  for (const row of rows.filter(({ is }) => is !== 'same'))
    say(`${marks[row.is]}　第 ${row.rows.join('、')} 行　${row.name}　${row.say}`)
  const count = (is: Row['is']) => rows.filter((row) => row.is === is).length
  say(
    `新增 ${count('new')}，改动 ${count('changed')}，去掉 ${count('gone')}，没有变 ${count('same')}，没有收 ${count('refused')}。`,
  )
}

export const UNWRITTEN = '以上是预览，什么也没有写：确认无误后加 --yes。没有收的行改好以后再导一次就行。'

export const noTable = (file: string, kind: string): never => {
  throw new CannotDo(`${file} 里没有找到该有的列。npm run admin -- import ${kind} --template 看模板。`)
}
