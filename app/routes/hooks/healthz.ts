/** Lives: the process answers. Whether it can serve is `/readyz`. */
export const loader = () => new Response('ok\n', { headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' } })
