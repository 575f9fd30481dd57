import { defineConfig } from 'vite'
import { deckConfig } from './src/vite/config.ts'

const here = import.meta.dirname

/** For `npx vite`: what `npm start` and `npm run build` do, without the all-or-nothing of the latter. */
export default defineConfig(deckConfig({ root: here, engine: here, edition: 'public' }, 'dist'))
