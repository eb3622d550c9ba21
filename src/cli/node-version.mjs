// Loaded before every command (node --import). Plain JavaScript, so that a Node without TypeScript can still run it.
const needed = 24;

if (Number.parseInt(process.versions.node, 10) < needed) {
  console.error(
    `Node ${needed} or newer is needed, and this is ${process.versions.node}; run "npm ci", which brings one for Linux and Windows, or install one from https://nodejs.org/`,
  );
  process.exit(1);
}
