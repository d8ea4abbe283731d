const plain = (content: string) => ({ tag: 'plain_text', content })

/** What could run if markup got through: each would leave its mark on the window. */
export const attacks = [
  '<img src=x onerror="window.harmed=1">',
  '<script>window.harmed=2</script>',
  '[按这里](javascript:window.harmed=3)',
  '<a href="javascript:window.harmed=4">按这里</a>',
  '"><svg onload=window.harmed=5>',
  "' style='position:fixed' onmouseover='window.harmed=6",
  '</style></script></title><iframe src="javascript:parent.harmed=7"></iframe>',
  '&#60;img src=x onerror=window.harmed=8&#62;',
  '[x](https://a" onmouseover="window.harmed=9)',
]
export const attack = attacks.join(' ')

/** A card of them. Written as 1.0, which the platform passes unread: in 2.0 it would refuse half of this. */
export const hostile = {
  header: {
    title: plain(attack),
    subtitle: plain(attack),
    text_tag_list: [{ tag: 'text_tag', text: plain(attack) }],
  },
  body: {
    elements: [
      { tag: 'div', text: plain(attacks[0] ?? '') },
      ...attacks.map((content) => ({ tag: 'markdown', content })),
      { tag: 'markdown', content: `**${attack}** <font color='red'>${attack}</font> <at id=${attack}></at>` },
      { tag: 'input', name: 'a', label: plain(attack), placeholder: plain(attack), default_value: attack },
      {
        tag: 'select_static',
        name: 'b',
        placeholder: plain(attack),
        options: [{ text: plain(attack), value: attack }],
      },
      {
        tag: 'button',
        text: plain(attack),
        behaviors: [{ type: 'open_url', default_url: 'javascript:window.harmed=10' }],
      },
      { tag: 'img', img_key: attack, alt: plain(attack) },
      {
        tag: 'table',
        columns: [{ name: 'a', display_name: attack, data_type: 'markdown' }],
        rows: [{ a: attack }],
      },
      {
        tag: 'chart',
        chart_spec: { type: attack, title: { text: attack }, data: { values: [{ [attack]: attack }] } },
      },
      { tag: 'person', user_id: attack },
      { tag: attack },
    ],
  },
}
