import { LocaleProvider } from '@douyinfe/semi-ui-19'
import zhCN from '@douyinfe/semi-ui-19/lib/es/locale/source/zh_CN'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Gallery } from './gallery/gallery.tsx'

const queries = new QueryClient()

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <LocaleProvider locale={zhCN}>{location.pathname === '/gallery' ? <Gallery /> : null}</LocaleProvider>
    </QueryClientProvider>
  )
}
