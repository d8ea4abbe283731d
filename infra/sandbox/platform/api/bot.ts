import type { Api } from '../http/define.ts'

export const botApis: Api[] = [
  {
    name: 'bot.info',
    method: 'GET',
    path: '/bot/v3/info',
    run: ({ options, state }) => ({
      top: {
        bot: {
          activate_status: 2,
          app_name: options.appName,
          avatar_url: '',
          ip_white_list: [],
          open_id: state.settings.get('app')?.botOpenId ?? '',
        },
      },
    }),
  },
]
