const hosts = ['applink.feishu.cn', 'applink.larksuite.com']

/** Whether an address is the one with which Feishu's client opens the private chat with this app's bot. */
export function opensBot(address: string, appId: string | undefined): boolean {
  const { protocol, host, pathname, searchParams } = new URL(address)
  if (protocol !== 'https:' || !hosts.includes(host) || pathname !== '/client/bot/open') return false
  return appId !== undefined && searchParams.get('appId') === appId
}
