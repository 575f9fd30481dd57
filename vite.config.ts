import { defineConfig } from 'vite'
import { deckConfig } from './src/vite/config.ts'
import { serveProject } from './src/vite/dev.ts'
import { compileOnce } from './src/vite/once.ts'
import type { Project } from './src/vite/project.ts'

const here = import.meta.dirname

/** For `npx vite`: what `npm start` and `npm run build` do, without the all-or-nothing of the latter. */
const project: Project = { root: here, engine: here, edition: 'public' }

export default defineConfig(
  deckConfig(project, 'dist', { page: compileOnce(project), serve: (server) => serveProject(server, project) }),
)
