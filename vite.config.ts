import { defineConfig } from 'vite'
import { deckConfig } from './src/build/config.ts'
import { compileOnce, placeOutput } from './src/build/once.ts'
import { serveFromStart } from './src/dev/dev.ts'
import type { Project } from './src/project/project.ts'

const here = import.meta.dirname

/** For `npx vite`: what `npm start` and `npm run build` do. */
const project: Project = { root: here, engine: here, edition: 'public' }

const config = deckConfig(project, 'dist', {
  page: compileOnce(project),
  serve: (server) => serveFromStart(server, { ...project, colors: process.stdout.isTTY }),
})

export default defineConfig({ ...config, plugins: [...(config.plugins ?? []), placeOutput(here)] })
