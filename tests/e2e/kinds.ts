/** An address of each kind of page, and of each kind of content on one. */
export const kinds = {
  'the status': '/',
  'the policy': '/policy/',
  'a tier': '/tiers/2/',
  'a feature': '/features/memory64/',
  'a feature with a note': '/features/dwarf-debugging/',
  'a target': '/features/aarch64-apple-darwin/',
  'the requirements': '/requirements/',
  'a requirement': '/requirements/ci-testing/',
  'a category': '/categories/wasm-proposal/',
  'the changes': '/changes/',
  'the snapshots': '/snapshots/',
  'a snapshot': '/snapshots/2022-07-29/',
  'the data': '/data/',
  'a combination': '/stack/?f=aarch64-unknown-linux-gnu&f=memory64&f=wasi-nn&f=nope',
  'a proposal': '/propose/?feature=dwarf-debugging',
  'the error page': '/no-such-page/',
};
