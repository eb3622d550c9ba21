// Loaded before every command (node --import), and by astro.config.mjs. It is plain JavaScript, so that a Node without
// TypeScript support can run it.
const needed = 24;

if (Number.parseInt(process.versions.node, 10) < needed) {
  console.error(
    `Node ${needed} or newer is needed, but this is ${process.versions.node}; run "npm ci", which installs one on Linux and Windows, or install one from https://nodejs.org/`,
  );
  process.exit(1);
}
