import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Packaged, packageService } from '../../../infra/aws/package.ts'

/** The service as it would be deployed to Beijing, in a folder that is gone afterwards. */
export const packaged = async (): Promise<Packaged & { remove: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'packaged-'))
  const made = await packageService({ stage: 'prod', region: 'cn-north-1', params: [], folder })
  return { ...made, remove: () => rm(folder, { recursive: true }) }
}
