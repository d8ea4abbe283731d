import { join } from 'node:path'
import {
  type Config,
  configWith,
  ownStore,
  readPlace,
  readSecretsPlace,
  secretNames,
} from '../../shared/config.ts'
import { readSecrets } from '../../shared/secrets.ts'
import { dynamoClient } from '../../shared/store/client.ts'
import { createTable } from '../../shared/store/table.ts'
import { anybody } from '../local/app.ts'
import { startDynamo } from '../local/dynamo.ts'
import type { Options } from './options.ts'

type Place = { config: Config; close: () => Promise<void> }

const DATA = '.data/serve'

/** The configuration with the store that was chosen: the embedded one is started, and its table made. */
export const openStore = async (options: Options, onLost: () => void): Promise<Place> => {
  const secrets = await secretsIn()
  const own = ownStore()
  if (options.aws || own !== undefined) return { config: configWith(secrets), close: async () => {} }
  const dir = options.data ?? DATA
  const endpoint = `http://127.0.0.1:${options['store-port']}`
  const { ANCHORS_FILE = join(dir, 'anchors.ndjson') } = readPlace()
  // What is wrong with the configuration is said before anything is started.
  const config = configWith({ ...secrets, ANCHORS_FILE, DYNAMODB_ENDPOINT: endpoint })
  const server = await startDynamo({ dir, port: options['store-port'] })
  let isClosing = false
  server.child.once('exit', () => isClosing || onLost())
  const client = dynamoClient({ region: config.AWS_REGION, endpoint, credentials: anybody })
  await createTable(client, config.TABLE_NAME)
  client.destroy()
  return {
    config,
    close: () => {
      isClosing = true
      return server.close()
    },
  }
}

const secretsIn = async (): Promise<Record<string, string>> => {
  const place = readSecretsPlace()
  return place === undefined ? {} : readSecrets(place, secretNames, new Date())
}
