import { LocaleProvider } from '@douyinfe/semi-ui-19'
import enUS from '@douyinfe/semi-ui-19/lib/es/locale/source/en_US'
import zhCN from '@douyinfe/semi-ui-19/lib/es/locale/source/zh_CN'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { DeskView } from './chat/desk.tsx'
import { useDark, usePreferences } from './preferences.ts'
import { Refused } from './sandbox/ask.ts'

const Gallery = lazy(async () => ({ default: (await import('./gallery/gallery.tsx')).Gallery }))

// What was refused once is refused again; what was not heard may be.
const again = (failed: number, error: Error): boolean => !(error instanceof Refused) && failed < 2

// What the page knows is kept true by the stream of events, so it is only asked again when that was broken.
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: again },
  },
})

export function App() {
  const { language } = usePreferences()
  const dark = useDark()
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN'
    if (dark) document.body.setAttribute('theme-mode', 'dark')
    else document.body.removeAttribute('theme-mode')
  }, [language, dark])
  return (
    <QueryClientProvider client={queries}>
      <LocaleProvider locale={language === 'en' ? enUS : zhCN}>
        {location.pathname === '/gallery' ? (
          <Suspense>
            <Gallery />
          </Suspense>
        ) : (
          <DeskView />
        )}
      </LocaleProvider>
    </QueryClientProvider>
  )
}
