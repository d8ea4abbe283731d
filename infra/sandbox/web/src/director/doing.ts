import { Toast } from '@douyinfe/semi-ui-19'
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useWords } from '../words/words.ts'

/** Does something at the sandbox; what goes wrong is said in the sandbox's own sentence. */
export function useDoing<Given>(run: (given: Given, queries: QueryClient) => Promise<unknown>) {
  const words = useWords()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: Given) => run(given, queries),
    onError: (error) =>
      Toast.error({
        content: words.director.failed(error instanceof TypeError ? words.live.unreachable : error.message),
        duration: 6,
      }),
  })
}
