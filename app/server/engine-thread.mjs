// A thread starts without the loader its process has; this gives it one.
import { register } from 'tsx/esm/api'

register()
await import(new URL('./engine-thread.ts', import.meta.url).href)
