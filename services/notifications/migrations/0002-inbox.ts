import type { MigrationContext } from '@minzheng/store';

/** What a person has not opened is counted on every page they look at. */
export async function up({ db }: MigrationContext): Promise<void> {
  await db.collection('messages').createIndex({ personId: 1, readAt: 1 }, { name: 'by-person-and-read' });
}
