import { describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { Kafka, logLevel } from 'kafkajs';
import mongoose from 'mongoose';
import { waitUntil } from '../src/index.ts';

const address = (name: string): string => process.env[name] ?? '';

describe('the servers a test run starts', () => {
  test('Kafka creates a topic, and only when it is asked to', async () => {
    const brokers = address('MINZHENG_TEST_KAFKA').split(',');
    const kafka = new Kafka({ brokers, logLevel: logLevel.NOTHING, retry: { retries: 0 } });
    const admin = kafka.admin();
    await admin.connect();
    try {
      const topic = `backing-${process.pid}`;
      await expect(admin.fetchTopicMetadata({ topics: [topic] })).rejects.toThrow('does not host this topic-partition');
      expect(await admin.listTopics()).not.toContain(topic);
      await admin.createTopics({ topics: [{ topic, numPartitions: 2 }], waitForLeaders: false });
      await waitUntil(topic, 4000, async () => (await admin.listTopics()).includes(topic));
      await admin.deleteTopics({ topics: [topic] });
    } finally {
      await admin.disconnect();
    }
  });

  test('MongoDB takes a transaction with majority and journal', async () => {
    const client = new mongoose.mongo.MongoClient(address('MINZHENG_TEST_MONGODB'));
    const database = client.db(`backing-${process.pid}`);
    try {
      await client.withSession(async (session) => {
        await session.withTransaction(
          async () => void (await database.collection('rows').insertOne({ n: 1 }, { session })),
          { writeConcern: { w: 'majority', j: true }, readConcern: { level: 'snapshot' } },
        );
      });
      expect(await database.collection('rows').countDocuments()).toBe(1);
    } finally {
      await database.dropDatabase();
      await client.close();
    }
  });

  test('Redis remembers', async () => {
    const redis = new Redis(address('MINZHENG_TEST_REDIS'));
    try {
      await redis.set(`backing:${process.pid}`, 'there', 'EX', 10);
      expect(await redis.get(`backing:${process.pid}`)).toBe('there');
    } finally {
      redis.disconnect();
    }
  });
});
