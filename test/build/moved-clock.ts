import { readFileSync } from 'node:fs'

/** Loaded before a program, this lets it live at another time: so many ms from now as the file says at that moment. */
const file = process.env.CLOCK_FILE
if (file === undefined) throw new Error('CLOCK_FILE names the file with the distance from now, in ms')
const now = Date.now.bind(Date)
Date.now = () => now() + Number(readFileSync(file, 'utf8'))
