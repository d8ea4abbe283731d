export const todo = {
  nothing: '现在没有要办的事。开表、退回、待审核、待发布时，会发到这里。',
} as const
