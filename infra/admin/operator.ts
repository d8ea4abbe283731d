import { OpenId } from '../../shared/domain/person.ts'

/** Whoever runs the system, where nobody on the list is named. */
export const OPERATOR = OpenId.parse('operator')
