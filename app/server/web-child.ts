// The web process as a child of the demonstration stand: when the stand is gone, killed perhaps, nobody else would end it.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
await import('./serve')

export {}
