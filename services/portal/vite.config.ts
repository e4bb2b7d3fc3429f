import { DivisionCode, divisions } from '@minzheng/types';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';

/** Whose pages these are: the DISTRICT of the services. */
const district = DivisionCode.parse(process.env['DISTRICT'] ?? '330302');
const districtName = { 'zh-CN': divisions.nameOf(district), en: divisions.nameOf(district, 'en') };

export default defineConfig({
  define: { DISTRICT: JSON.stringify(districtName), STREETS: JSON.stringify(divisions.streetsOf(district)) },
  plugins: [react(), compressed()],
  build: {
    manifest: true,
    // Nothing inline: the policy that goes with the pages allows no data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: {
        // packages/types only declares: what a page does not name of it, and the schema library with it, stays out.
        moduleSideEffects: (id) => !/\/packages\/types\/|\/zod\//.test(id),
      },
    },
  },
});
