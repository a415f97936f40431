// Runs on whatever Node the machine has: installs, then hands over to Node 24. Plain JavaScript, no dependencies.
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(`Personalstatistik needs Node 20 or later to begin with; this is Node ${process.versions.node}.\n`);
  process.exit(1);
}
const { installWhenNeeded } = await import('./install.mjs');
const { handOver, root } = await import('./hand-over.mjs');
const { isFresh } = await import('../packages/cli/bin/built.mjs');

/** @type {Readonly<Record<string, readonly string[]>>} */
const tasks = {
  start: ['packages/server/src/start.ts'],
  test: ['scripts/test.ts'],
  check: ['scripts/test.ts', '--fast'],
  bench: ['scripts/bench/main.ts'],
  run: [],
};
const [task = '', ...rest] = process.argv.slice(2);
const words = tasks[task];
if (!words || (task === 'run' && rest.length === 0)) {
  process.stderr.write('Usage: node scripts/bootstrap.mjs start | test | check | bench | run SCRIPT [ARGUMENT …]\n');
  process.exit(64);
}
try {
  await installWhenNeeded();
  process.chdir(root);
  if (!isFresh()) await handOver(['scripts/build-command.ts']);
  process.exitCode = await handOver([...words, ...rest]);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
