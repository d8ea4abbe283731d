import { Dropdown, Toast } from '@douyinfe/semi-ui-19'
import { ask, Refused } from '../sandbox/ask.ts'
import { useMenu } from '../sandbox/queries.ts'
import type { MenuItem } from '../sandbox/wire.ts'
import { useWords } from '../words/words.ts'
import { Icon } from './icons.tsx'

/** The bot's own menu, in the private chat with it; nothing when the bot has none. */
export function BotMenu({ as }: { as: string }) {
  const words = useWords()
  const items = useMenu()
  if (items.length === 0) return null
  const press = async ({ name, event_key }: MenuItem) => {
    try {
      await ask('POST', '/menu', { as, event_key })
      Toast.info(words.composer.menuDone(name))
    } catch (error) {
      Toast.error(error instanceof Refused ? error.message : words.live.unreachable)
    }
  }
  return (
    <Dropdown
      trigger="click"
      position="topLeft"
      clickToHide
      render={
        <Dropdown.Menu aria-label={words.composer.menu}>
          {items.map((item) => (
            <Dropdown.Item key={item.event_key} onClick={() => void press(item)}>
              {item.name}
            </Dropdown.Item>
          ))}
        </Dropdown.Menu>
      }
    >
      <button
        type="button"
        className="plain-button"
        aria-label={words.composer.menu}
        title={words.composer.menu}
      >
        <Icon name="menu" />
      </button>
    </Dropdown>
  )
}
