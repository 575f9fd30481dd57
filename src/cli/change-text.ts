/** The lines that went and those that came, as version control shows them. */
export function changeText(before: string, after: string): string {
  const [old, fresh] = [before.split('\n'), after.split('\n')]
  const [had, has] = [new Set(old), new Set(fresh)]
  return [
    ...old.filter((line) => !has.has(line)).map((line) => `- ${line}`),
    ...fresh.filter((line) => !had.has(line)).map((line) => `+ ${line}`),
  ].join('\n')
}
