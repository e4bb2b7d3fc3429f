/**
 * The gateway's page of the API serves the bundle of @scalar/api-reference, which has everything inside. Its sources' own
 * dependencies would bring 250 MB that nothing here imports.
 */
function readPackage(manifest) {
  return manifest.name === '@scalar/api-reference' ? { ...manifest, dependencies: {} } : manifest;
}

export const hooks = { readPackage };
