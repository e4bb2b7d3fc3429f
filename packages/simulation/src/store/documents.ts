interface Version {
  readonly at: number;
  readonly value: unknown;
}

/** Documents with their past: a transaction reads all of them as they were at one moment. */
export class Documents {
  private readonly collections = new Map<string, Map<string, Version[]>>();

  read(collection: string, id: string, at = Infinity): unknown {
    return this.versions(collection, id)?.findLast((version) => version.at <= at)?.value;
  }

  changedAt(collection: string, id: string): number {
    return this.versions(collection, id)?.at(-1)?.at ?? 0;
  }

  /** Undefined takes it away. */
  write(collection: string, id: string, value: unknown, at: number): void {
    const ofCollection = this.collections.get(collection) ?? new Map<string, Version[]>();
    this.collections.set(collection, ofCollection);
    ofCollection.set(id, [...(ofCollection.get(id) ?? []), { at, value }]);
  }

  /** All that are there now. */
  all<T>(collection: string): T[] {
    return [...(this.collections.get(collection) ?? new Map<string, Version[]>()).values()]
      .map((versions) => versions.at(-1)?.value as T | undefined)
      .filter((value) => value !== undefined);
  }

  private versions(collection: string, id: string): Version[] | undefined {
    return this.collections.get(collection)?.get(id);
  }
}
