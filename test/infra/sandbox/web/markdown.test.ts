import { expect, test } from 'vitest'
import { showMarkdown as show, textOf } from './show-markdown.ts'

test.each([
  ['**粗** *斜* ~~删~~', '<p><strong>粗</strong> <em>斜</em> <del>删</del></p>'],
  ['1~3月、4~6月', '<p>1~3月、4~6月</p>'],
  ['一\n二', '<p>一<br/>\n二</p>'],
  ['一<br>二', '<p>一<br/>二</p>'],
  ['## 标题', '<h2>标题</h2>'],
  ['文字\n---', '<p>文字</p>\n<hr/>'],
  ['    四个空格不是代码', '<p>四个空格不是代码</p>'],
  ['[注]: 见下文', '<p>[注]: 见下文</p>'],
  ['&#42;&#42;不粗&#42;&#42;', '<p>**不粗**</p>'],
  ['`<text_tag> :DONE:`', '<p><code>&lt;text_tag&gt; :DONE:</code></p>'],
])('%j reads as Feishu reads it', (content, html) => {
  expect(show(content)).toBe(html)
})

test('a list is indented by four spaces', () => {
  expect(show('- 一\n    - 一之一').replace(/\n/g, '')).toBe('<ul><li>一<ul><li>一之一</li></ul></li></ul>')
})

test('a colour holds markdown, begins a line and ends where it was closed', () => {
  const html = show("<font color='red'>**急**\n第二行</font>以后")
  expect(html).toMatch(
    /^<p><span style="color:light-dark\(#d83931, [^"]*\)"><strong>急<\/strong><br\/>\n第二行<\/span>以后<\/p>$/,
  )
})

test('a colour that nobody knows is no colour', () => {
  expect(show("<font color='url(https://x.example)'>字</font>")).toBe('<p><span>字</span></p>')
})

test('a tag that is never closed ends with its paragraph, one that was never opened shows', () => {
  expect(textOf(show("<font color='red'>红\n\n下一段"))).toBe('红\n下一段')
  expect(textOf(show('没有开头</font>'))).toBe('没有开头</font>')
})

test('people are mentioned by their names, one or several or all', () => {
  expect(textOf(show('<at id=ou_li></at>请看'))).toBe('@李建国 请看')
  expect(textOf(show('<at ids=ou_me,ou_li></at>'))).toBe('@陈晓 @李建国 ')
  expect(show('<at id=all></at>')).toContain('<span class="at me">@所有人</span>')
})

test('tags, badges and people look as they are asked to', () => {
  expect(show("<text_tag color='blue'>待审</text_tag>")).toMatch(
    /<span class="text-tag" style="[^"]+">待审<\/span>/,
  )
  expect(show("<number_tag background_color='red'>12</number_tag>")).toMatch(/class="number-tag"[^>]*>12</)
  expect(show("<person id='ou_li' show_avatar=false style='capsule'></person>")).toBe(
    '<p><span class="person extra_small capsule" title="李建国"><span class="name">李建国</span></span></p>',
  )
})

test.each([
  ['date_num', '2023-04-01'],
  ['date', '2023年4月1日'],
  ['date_short', '4月1日'],
  ['week', '星期六'],
  ['week_short', '周六'],
  ['time', '09:30'],
  ['time_sec', '09:30:05'],
  ['timezone', 'GMT+08:00'],
])('an instant is shown as %s', (format, shown) => {
  const tag = `<local_datetime millisecond='1680312605000' format_type='${format}'></local_datetime>`
  expect(textOf(show(tag))).toBe(shown)
})

test('an instant that is none shows as it was written', () => {
  expect(textOf(show("<local_datetime millisecond='明天'></local_datetime>"))).toBe('明天')
})

test('a name of a picture becomes the picture; a time and an unknown name stay', () => {
  expect(textOf(show(':DONE: 10:30:20 :NOBODYKNOWS:'))).toBe('✅ 10:30:20 :NOBODYKNOWS:')
})

test('a link to the web opens beside, with an icon if it has one', () => {
  const to = 'href="https://x.example/a" target="_blank" rel="noopener noreferrer"'
  expect(show('[看](https://x.example/a)')).toContain(`<a class="link" ${to}>看</a>`)
  expect(show("<link icon='chat_outlined' url='https://x.example/a'>看</link>")).toMatch(
    /<a class="link" .*<svg.*看<\/a>/,
  )
})

test('an image is asked for by its key', () => {
  expect(show('![说明](img_v3_1)')).toContain('<img src="/images/img_v3_1" alt="说明"')
})

test('a table shows five rows and turns its pages', () => {
  const rows = Array.from({ length: 7 }, (_, index) => `| 企业${index + 1} | ${index} |`)
  const html = show(['| 名称 | 数 |', '| --- | --: |', ...rows].join('\n'))
  expect(html).toContain('企业5')
  expect(html).not.toContain('企业6')
  expect(textOf(html)).toContain('1 / 2')
})

test('the small markdown of lark_md has no blocks', () => {
  expect(show('# 一\n- 二 **三**', true)).toBe('<p># 一<br/>\n- 二 <strong>三</strong></p>')
})
