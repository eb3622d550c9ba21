// Words for invented features.
import type { Chance } from './generate-content.ts';

const words = (list: string): string[] => list.trim().split(/\s+/);

const architectures =
  words(`aarch64 aarch64_be arm armv5te armv6 armv7 armv7a armv7r armv8r avr bpfeb bpfel hexagon i386 i586 i686
  loongarch64 m68k mips mips64 mips64el mipsel msp430 nvptx64 powerpc powerpc64 powerpc64le riscv32gc riscv32imac riscv64gc
  riscv64imac s390x sparc sparc64 sparcv9 thumbv6m thumbv7em thumbv8m wasm32 wasm64 x86_64 xtensa`);
const vendors = words('unknown apple pc fortanix nintendo sony sun uwp wrs esp');
const systems =
  words(`linux darwin windows freebsd netbsd openbsd dragonfly solaris illumos haiku fuchsia redox android ios tvos
  watchos hermit none cuda psp vita vxworks horizon espidf nto`);
const abis = words(
  'gnu musl msvc gnueabi gnueabihf musleabi musleabihf eabi eabihf elf sgx gnux32 ohos sim macabi gnullvm',
);
const firsts =
  words(`bulk multi tail relaxed extended garbage typed branch stack custom wide memory table module type exception
  shared compact profiled reference string thread half fixed flexible component clock random key socket file http blob sql
  message config logging machine neural observe parallel precise runtime`);
const seconds =
  words(`memory call value table import export collection reference hinting switching annotation arithmetic control
  section linking handling integration vector atomics storage access queue stream scheduler allocator debugging profiling
  sandbox interface encoding decoding inspection limits policy sizes pages precision rounding builtins`);
const prose =
  words(`a the of for with and on in to by from over runtime module memory host guest compiler backend register stack
  interface value function table call platform support release tests build code path instructions bytes signal trap address page
  thread queue stream file network clock machine system library toolchain vendor embedded desktop server cloud hardware software
  emulation native kernel driver package debug profile optimized portable experimental stable common small large wide fast exact
  shared linear typed indexed checked bounded external internal continuous fuzzing integration cross-compiled big-endian
  little-endian 64-bit 32-bit ahead-of-time just-in-time`);

/** Other names of features. */
export const aliases = words(
  'ARM64 Arm M1 Mac macOS Windows Win32 Linux glibc musl BSD x64 AMD64 IA-32 RISC-V mainframe Pi phone browser GC SIMD AI ML SQL TLS RPC FFI',
);

/** Invented maintainers. */
export const people = words('@alder @birch @cedar @elm @fir @hazel @larch @maple @oak @pine @rowan @willow');

/** An invented target. */
export function target(chance: Chance): string {
  const parts = [chance.one(architectures), chance.one(vendors), chance.one(systems)];
  return [...parts, ...(chance.next() < 0.7 ? [chance.one(abis)] : [])].join('-');
}

/** An invented proposal. */
export const proposal = (chance: Chance): string =>
  `${chance.one(['', '', 'wasi-', 'wasm-'])}${chance.one(firsts)}${chance.one(['-', '-', '_'])}${chance.one(seconds)}`;

/** A meaningless sentence of `least` to `most` words. */
export function sentence(chance: Chance, least: number, most: number): string {
  const text = Array.from({ length: chance.between(least, most) }, () => chance.one(prose)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
