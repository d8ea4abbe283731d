export const workbookWords = {
  onItsWay: (townships: readonly string[]): string =>
    `${townships.join('、')}的表格正在做，马上发到单聊里。填好白色格子，把文件直接发回来，会先给您看一遍再提交。`,
  download: '下载表格',
  downloading: '表格正在做，马上发到这里。填好直接发回来。',
  templateFailed: '表格没有做成，是系统的问题。请过几分钟再发“/模板”；着急的请发“/待办”，在卡片里填报。',
  refusedTitle: '这张表没有收',
} as const
