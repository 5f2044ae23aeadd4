/**
 * How a process that goes on building fares: `npm run bench:calls [-- CALLS [KEPT]]`. One-page letters, each of another
 * text, are built by the library one after the other (2,000 unless told); after a warm-up it prints how many a second
 * of one processor makes, as time passes and as processor time of all threads, and the memory of the process as it
 * goes. KEPT, a file, gets that curve as tab-separated values. The last letter is the first one again, to the byte.
 */
import { writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { compile, openNodeWorld } from '../../dist/index.js';

const CALLS = Number(process.argv[2] ?? 2000);
const WARM_UP = Math.min(500, Math.ceil(CALLS / 4));
const POINTS = 20;

const world = openNodeWorld(tmpdir());
const first = await build(0);
for (let call = 1; call < WARM_UP; call++) await build(call);

/** @type {{ calls: number, rss: number }[]} */
const curve = [{ calls: WARM_UP, rss: megabytes() }];
const [started, used] = [performance.now(), process.cpuUsage()];
for (let call = WARM_UP; call < CALLS; call++) {
  await build(call);
  if ((call + 1) % Math.ceil(CALLS / POINTS) === 0 || call + 1 === CALLS)
    curve.push({ calls: call + 1, rss: megabytes() });
}
const wall = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(used);
const done = CALLS - WARM_UP;
const last = await build(0);
if (Buffer.compare(first, last) !== 0) throw new Error('the same letter has other bytes in the end');

const table = curve.map(({ calls, rss }) => `${calls}\t${rss.toFixed(1)}`);
if (process.argv[3]) writeFileSync(process.argv[3], `calls\tMB\n${table.join('\n')}\n`);
console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(`calls\tMB\n${table.join('\n')}`);
console.log(
  `${(done / wall).toFixed(1)} letters a second by the clock, ${((done * 1e6) / (user + system)).toFixed(1)} of processor time`,
);
console.log(
  `memory grows by ${slope(curve.slice(Math.floor(curve.length / 2))).toFixed(2)} KB a call in the second half`,
);

/** @param {number} call @returns {Promise<Uint8Array>} */
async function build(call) {
  const { bytes, diagnostics } = await compile({ text: writeLetter(call) }, world);
  if (bytes === null) throw new Error(diagnostics.map(({ message }) => message.en).join('\n'));
  return bytes;
}

function megabytes() {
  return process.memoryUsage.rss() / 1e6;
}

/** Least squares. @param {readonly { calls: number, rss: number }[]} points @returns {number} KB a call */
function slope(points) {
  const mean = (/** @type {(point: { calls: number, rss: number }) => number} */ read) =>
    points.reduce((sum, point) => sum + read(point), 0) / points.length;
  const [x, y] = [mean(({ calls }) => calls), mean(({ rss }) => rss)];
  const over = points.reduce((sum, { calls, rss }) => sum + (calls - x) * (rss - y), 0);
  return (1000 * over) / points.reduce((sum, { calls }) => sum + (calls - x) ** 2, 0);
}

/** A page. @param {number} call @returns {string} Markdown */
function writeLetter(call) {
  const hour = (call % 12) + 1;
  return `---
title: إشعار بموعد الجلسة رقم ${call}
lang: ar
---

السيد المحترم صاحب الملف رقم ${call * 37 + 1000}،

تحية طيبة وبعد، نود أن نحيطكم علمًا بأن الجلسة المقررة للنظر في طلبكم ستنعقد يوم الأحد في تمام الساعة ${hour} في مقر الهيئة بالطابق الثالث. ونرجو منكم إحضار الوثائق الأصلية المذكورة أدناه مع نسختين من كل منها.

- بطاقة الهوية أو جواز السفر
- **عقد الإيجار** ساري المفعول
- كشف حساب لثلاثة أشهر

وإذا تعذّر عليكم الحضور فنأمل إبلاغنا قبل الموعد بثلاثة أيام على الأقل عبر البريد OSCE أو بالاتصال بالرقم المبيّن في ترويسة هذه الرسالة، وسنحدد لكم موعدًا آخر في أقرب وقت ممكن بما لا يتجاوز أسبوعين من تاريخ اتصالكم.

وقد سبق أن أرسلنا إليكم إشعارًا بتاريخ سابق ولم نتلقّ ردًّا عليه، ولذلك نكرر الطلب مع التأكيد على أهمية الحضور في الموعد، إذ إن التغيّب بغير عذر مقبول قد يؤدي إلى حفظ الطلب.

وتفضلوا بقبول فائق الاحترام والتقدير.

الإدارة العامة
`;
}
