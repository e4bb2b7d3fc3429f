import { z } from 'zod';

/** An ID number, a card or a phone, as people type it where an id is asked for. Ours are 26 characters and more. */
const LIKE_A_NUMBER = /^\d[\d-]{9,21}[\dXx]$/;

/**
 * Letters, digits and hyphens only: no separator of a digest, a header or an address can stand in an id. What looks like somebody's number
 * is none, so that it is kept nowhere: an id that was asked for stands in the audit, whether there is such a record or not.
 */
const text = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)
  .refine((id) => !LIKE_A_NUMBER.test(id));

/** A person as other services know them: random, says nothing about who it is. */
export const PersonId = text.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const HouseholdId = text.brand<'HouseholdId'>();
export type HouseholdId = z.infer<typeof HouseholdId>;

export const ApplicationId = text.brand<'ApplicationId'>();
export type ApplicationId = z.infer<typeof ApplicationId>;

export const DecisionId = text.brand<'DecisionId'>();
export type DecisionId = z.infer<typeof DecisionId>;

export const VeteranId = text.brand<'VeteranId'>();
export type VeteranId = z.infer<typeof VeteranId>;

export const AllowanceId = text.brand<'AllowanceId'>();
export type AllowanceId = z.infer<typeof AllowanceId>;

export const ObjectionId = text.brand<'ObjectionId'>();
export type ObjectionId = z.infer<typeof ObjectionId>;

export const AccountId = text.brand<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;

export const EntitlementId = text.brand<'EntitlementId'>();
export type EntitlementId = z.infer<typeof EntitlementId>;

export const PayRunId = text.brand<'PayRunId'>();
export type PayRunId = z.infer<typeof PayRunId>;

/** 追缴: one sum that is asked back; follows from the payment, so there is one for each. */
export const RecoveryId = text.brand<'RecoveryId'>();
export type RecoveryId = z.infer<typeof RecoveryId>;

export const MessageId = text.brand<'MessageId'>();
export type MessageId = z.infer<typeof MessageId>;

/** 工号: who somebody is among the staff, for good; officers are compared by it. */
export const StaffNo = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/)
  .brand<'StaffNo'>();
export type StaffNo = z.infer<typeof StaffNo>;

/** 外部系统: another agency's system, as the desk has registered it. */
export const AgencyCode = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,31}$/)
  .brand<'AgencyCode'>();
export type AgencyCode = z.infer<typeof AgencyCode>;

/** 授权: what the desk allows one agency to receive and to send. */
export const GrantId = text.brand<'GrantId'>();
export type GrantId = z.infer<typeof GrantId>;

/** 订阅: one endpoint of an agency that receives public events. */
export const SubscriptionId = text.brand<'SubscriptionId'>();
export type SubscriptionId = z.infer<typeof SubscriptionId>;

/** 推送: one public event for one subscription; also its `webhook-id`, so it never contains a '.'. */
export const DeliveryId = text.brand<'DeliveryId'>();
export type DeliveryId = z.infer<typeof DeliveryId>;

/** 来文: an event that an agency sent us, by agency, source and id. */
export const InboundEventId = text.brand<'InboundEventId'>();
export type InboundEventId = z.infer<typeof InboundEventId>;

/** The id of a CloudEvent. */
export const EventId = text.brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;

/** 32 characters, yyyymm and a digest: the identity of one payment for ever, and the bank's `txnRef`. */
export const PaymentId = z
  .string()
  .regex(/^\d{4}(?:0[1-9]|1[0-2])[0-9abcdefghjkmnpqrstvwxyz]{26}$/)
  .brand<'PaymentId'>();
export type PaymentId = z.infer<typeof PaymentId>;
