import { start } from './start.ts'

void start()

if (import.meta.hot) void import('./hot.ts').then(({ listen }) => listen())
