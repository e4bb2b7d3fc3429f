import { listOf, pageAfter, paged, Paging, query, staffNoOf } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import type { z } from 'zod';
import type { Repositories } from '../adapters/repositories.ts';
import { Certificate } from '../domain/certificate.ts';

const CertificateView = Certificate.omit({ id: true }).extend({ certificateId: Certificate.shape.id });

/** What one has learned. */
export const readMyCertificates = ({ certificates }: Repositories): Route =>
  query({
    path: '/certificates/me',
    operationId: 'listMyCertificates',
    summary: 'One’s own certificates with their credit hours',
    roles: ['staff', 'trainer'],
    query: Paging,
    reply: { body: listOf(CertificateView) },
    read: async ({ caller, query: page }) =>
      paged(await certificates.list('system', { staffNo: staffNoOf(caller) }, pageAfter(page.after)), viewOf),
  });

const viewOf = ({ id: certificateId, ...rest }: Certificate): z.output<typeof CertificateView> => ({
  certificateId,
  ...rest,
});
