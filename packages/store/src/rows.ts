import type { PersonId } from '@minzheng/types';
import { bytesOf, fromBson, toBinary, toBson } from './bson-value.ts';
import type { DataKeys } from './data-keys.ts';
import { SealBroken, StateInvalid } from './faults.ts';
import type { Identified, Kind, Row } from './kind.ts';
import { openValue, sealValue } from './vault.ts';
import type { Vault } from './vault.ts';

/** The store's own part of a row. */
export type RowMeta = Pick<Row, 'version' | 'seq' | 'seqBulk' | 'outboxId'>;

/** A state beside what the store keeps about it. */
export interface Stored {
  readonly state: Identified;
  readonly meta: RowMeta;
}

/** Turns states into rows and back, sealing on the way in and opening on the way out. */
export class RowCodec {
  private readonly keys: DataKeys;
  private readonly blindIndex: Vault['blindIndex'];

  constructor(keys: DataKeys, blindIndex: Vault['blindIndex']) {
    this.keys = keys;
    this.blindIndex = blindIndex;
  }

  /** Rows for the collection, in the order given; makes data keys where a person has none yet. */
  async toRows(kind: Kind, stored: readonly Stored[]): Promise<Row[]> {
    const { sealed } = kind;
    if (sealed === undefined) return stored.map((one) => plainRow(one));
    const keys = await this.keys.ensure(stored.map(({ state }) => sealed.personOf(state)));
    return stored.map((one) => this.sealedRow(kind, one, sealed.personOf(one.state), keys));
  }

  private sealedRow(kind: Kind, one: Stored, person: PersonId, keys: ReadonlyMap<string, Buffer>): Row {
    const row: Record<string, unknown> = { ...plainRow(one), sealedFor: person };
    const state = one.state as unknown as Readonly<Record<string, unknown>>;
    const key = keys.get(person) as Buffer;
    for (const field of kind.blindFields) row[blindOf(field)] = this.blindValue(kind, field, state[field]);
    for (const field of kind.sealedFields) {
      const place = { collection: kind.name, id: one.state.id, field };
      row[field] = state[field] === undefined ? undefined : toBinary(sealValue(key, place, state[field]));
    }
    return row as Row;
  }

  private blindValue(kind: Kind, field: string, value: unknown): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw new StateInvalid(`${kind.name}.${field} is blind and not a text`);
    return this.blind(kind, field, value);
  }

  /** What stands in `<field>Blind` for a normalised value. */
  blind(kind: Kind, field: string, normalised: string): string {
    return this.blindIndex(`${kind.name}.${field}`, normalised);
  }

  /** The states of rows, in their order. Throws SealBroken when a sealed field does not open. */
  async fromRows(kind: Kind, rows: readonly Row[]): Promise<Stored[]> {
    if (kind.sealed === undefined) return rows.map((row) => ({ state: stateOf(kind, row), meta: metaOf(row) }));
    const keys = await this.keys.get(rows.flatMap(({ sealedFor }) => sealedFor ?? []));
    return rows.map((row) => ({ state: opened(kind, row, keys), meta: metaOf(row) }));
  }
}

/** The field that holds the blind index of another. */
export const blindOf = (field: string): string => `${field}Blind`;

function plainRow({ state, meta }: Stored): Row {
  const { id, ...rest } = toBson(state) as Record<string, unknown> & Identified;
  return { ...rest, _id: id, ...meta };
}

function opened(kind: Kind, row: Row, keys: ReadonlyMap<string, Buffer>): Identified {
  const { _id: id } = row;
  const key = keys.get(row.sealedFor ?? '');
  if (key === undefined) throw new SealBroken(`${kind.name}/${id} does not say whose it is`);
  const plain = [...kind.sealedFields].flatMap((field) => {
    const sealed = bytesOf(row[field]);
    return sealed === undefined ? [] : [[field, openValue(key, { collection: kind.name, id, field }, sealed)]];
  });
  return { ...stateOf(kind, row), ...Object.fromEntries(plain) } as Identified;
}

/** Only the schema's own fields: blind indexes and the store's are not the domain's business. */
function stateOf(kind: Kind, row: Row): Identified {
  const own = Object.entries(row).filter(([field]) => kind.fields.has(field) && !kind.sealedFields.has(field));
  const { _id: id } = row;
  return { ...Object.fromEntries(own.map(([field, value]) => [field, fromBson(value)])), id };
}

function metaOf({ version, seq, seqBulk, outboxId }: Row): RowMeta {
  return { version, seq, seqBulk, ...(outboxId !== undefined && { outboxId }) };
}
