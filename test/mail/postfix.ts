import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Its master drops the rights of root, and does not begin without them. */
export const hasPostfix =
  process.getuid?.() === 0 &&
  spawnSync('postconf', ['-d', 'mail_version']).status === 0 &&
  spawnSync('openssl', ['version']).status === 0;

/** What its servers differ in; each listens at a port of its own. */
const SERVERS = {
  plain: [],
  small: ['message_size_limit = 2000'],
  busy: ['smtpd_end_of_data_restrictions = check_client_access static:{451 4.7.1 try again in five minutes}'],
  strict: ['smtpd_end_of_data_restrictions = check_client_access static:{554 5.7.1 no letters from there}'],
  ascii: ['smtputf8_enable = no'],
  encrypted: ['smtpd_tls_security_level = may', 'smtpd_tls_chain_files = FOLDER/key.pem FOLDER/cert.pem'],
} satisfies Record<string, readonly string[]>;

export interface Postfix {
  readonly url: (server: keyof typeof SERVERS) => string;
  /** Letters as they lie in the mailbox, since it was last asked. Waits for `count` of them, ten seconds at most. */
  readonly takeLetters: (count: number) => Promise<readonly Buffer[]>;
  readonly stop: () => void;
}

const NOBODY = 65_534;

/** An instance of its own in a temporary folder, on the loopback interface; all mailboxes of its domains are one. */
export async function startPostfix(): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-postfix-'));
  // Each of its programs runs as another user, who has to get in.
  chmodSync(folder, 0o755);
  for (const name of ['etc', 'queue', 'data', 'mail']) mkdirSync(join(folder, name));
  execFileSync('chown', ['postfix', join(folder, 'data')]);
  chownSync(join(folder, 'mail'), NOBODY, NOBODY);
  makeCertificate(folder);
  const names = Object.keys(SERVERS) as (keyof typeof SERVERS)[];
  const ports = await Promise.all(names.map(findPort));
  writeFileSync(join(folder, 'etc/main.cf'), mainOf(folder));
  writeFileSync(join(folder, 'etc/master.cf'), masterOf(folder, names, ports));
  const command = (what: string) => execFileSync('postfix', ['-c', join(folder, 'etc'), what]);
  command('start');
  const stop = () => {
    command('stop');
    rmSync(folder, { recursive: true });
  };
  const url = (server: keyof typeof SERVERS) => `smtp://127.0.0.1:${ports[names.indexOf(server)]}`;
  return { url, takeLetters: (count) => takeLetters(join(folder, 'mail/box/new'), count), stop };
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const args = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=other.example.org',
  ];
  execFileSync('openssl', [...args, ...files], { stdio: 'ignore' });
}

function mainOf(folder: string): string {
  return `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.example.org
mydestination =
alias_maps =
virtual_mailbox_domains = example.org, xn--mgbh0fb.xn--kgbechtv, مثال.إختبار
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = static:box/
virtual_uid_maps = static:${NOBODY}
virtual_gid_maps = static:${NOBODY}
smtpd_helo_required = yes
smtpd_helo_restrictions = reject_invalid_helo_hostname, reject_non_fqdn_helo_hostname
smtpd_recipient_restrictions =
  check_recipient_access inline:{
    { nobody@example.org = 550 5.1.1 no such mailbox } { later@example.org = 450 4.2.0 greylisted } }
  permit_mynetworks, reject
`;
}

function masterOf(
  folder: string,
  names: readonly (keyof typeof SERVERS)[],
  ports: readonly number[],
): string {
  const servers = names.map((name, at) => {
    const options = SERVERS[name].map((option) => `  -o { ${option.replaceAll('FOLDER', folder)} }\n`);
    return `127.0.0.1:${ports[at]} inet n - n - - smtpd\n${options.join('')}`;
  });
  return `${servers.join('')}postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
`;
}

async function takeLetters(folder: string, count: number): Promise<readonly Buffer[]> {
  const list = () => (existsSync(folder) ? readdirSync(folder) : []);
  for (let waited = 0; list().length < count && waited < 60_000; waited += 50)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return list().map((name) => {
    const bytes = readFileSync(join(folder, name));
    rmSync(join(folder, name));
    return bytes;
  });
}

/** Below those that the system deals out, of which another test may be given one before Postfix has it. */
const FIRST_PORT = 20_000 + (process.pid % 1000) * 10;
let nextPort = FIRST_PORT;

/** A port at which nobody listens. */
async function findPort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

/** A way to a server on which its answer to the letter is lost. */
export async function loseLastAnswer(
  url: string,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const sockets: Socket[] = [];
  const proxy = createServer((client) => {
    const server = connect(Number(new URL(url).port), '127.0.0.1');
    sockets.push(client, server);
    let sent = '';
    client.on('data', (chunk) => {
      sent = (sent + chunk.toString('latin1')).slice(-5);
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (sent !== '\r\n.\r\n') client.write(chunk);
      else for (const socket of [client, server]) socket.destroy();
    });
    for (const socket of [client, server]) socket.on('error', () => socket.destroy());
  });
  const port = await findPort();
  await new Promise<void>((resolve) => {
    proxy.listen(port, '127.0.0.1', resolve);
  });
  const close = () => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  };
  return { url: `smtp://127.0.0.1:${port}`, close };
}
