import { describe, expect, it } from 'vitest'
import { everyCard } from '../every-card.ts'
import { reports } from '../fullest/month.ts'
import { groupCards } from '../fullest/offices.ts'

type Node = { [key: string]: unknown }
const nodes = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodes)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.values(value).flatMap(nodes)]
}
const inGroups = new Set(groupCards().map(({ name }) => name))

describe.each(everyCard())('the card $name', ({ name, card }) => {
  const said = JSON.stringify(card)
  const { config, body } = card as {
    config: { summary: { content: string }; enable_forward: boolean }
    body: Node
  }

  it('neither shouts nor threatens, and suggests no figure', () => {
    expect(said).not.toMatch(/[!！]/)
    expect(said).not.toMatch(/务必|严禁|火速|请调整|建议填|与任务差/)
  })

  it('has one primary button at most', () => {
    expect(nodes(card).filter(({ tag, type }) => tag === 'button' && type === 'primary').length).toBeLessThan(
      2,
    )
  })

  it('shows neither a firm nor a figure on a locked screen', () => {
    expect(config.summary.content.length).toBeLessThan(30)
    expect(config.summary.content.replace(/\d+月|\d+—\d+月/g, '')).not.toMatch(/\d/)
    for (const report of reports.slice(0, 3))
      expect(config.summary.content).not.toContain(report.name.slice(0, 4))
  })

  it('is forwarded only when it holds no firm', () => {
    if (inGroups.has(name)) return
    expect(config.enable_forward && said.includes(reports[0]?.name.slice(0, 8) ?? '')).toBe(false)
  })

  it('ends with what kind of data this is', () => {
    const last = nodes(body).findLast(({ tag }) => tag === 'markdown')
    expect(last?.content).toContain('监测数据，非统计定报 · 表号 ')
  })
})
