import express from 'express';
import mongoose from 'mongoose';

/** As durable as ours: acknowledged by a majority that has it in the journal. */
const DURABLE = { w: 'majority', journal: true } as const;

const { PORT = '', MONGODB_URI = '', MONGODB_DATABASE = '' } = process.env;
const client = await mongoose.mongo.MongoClient.connect(MONGODB_URI, { writeConcern: DURABLE });
const applications = client.db(MONGODB_DATABASE).collection<{ readonly _id: string }>('applications');
await client.db(MONGODB_DATABASE).createCollection('applications');

/** What nobody can go below who takes JSON over HTTP and keeps it: no token, no check, no key, no event. */
const app = express();
app.get('/readyz', (_, response) => void response.json({}));
app.post('/applications', express.json(), async (request, response) => {
  const applicationId = crypto.randomUUID();
  await applications.insertOne({ _id: applicationId, ...(request.body as object) });
  response.status(201).json({ applicationId, status: 'submitted' });
});
const server = app.listen(Number(PORT), '127.0.0.1');

process.once('SIGTERM', () => {
  server.close(() => void client.close());
  server.closeIdleConnections();
});
