// The web process as a child of the demonstration stand: when the stand is gone, killed perhaps, nobody else would end it.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
// It may be gone before this line is reached, and says nothing then.
if (!process.connected) process.exit(0)
await import('./serve')

export {}
