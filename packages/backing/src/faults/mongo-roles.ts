import mongoose from 'mongoose';

/** Which member is the primary, as a majority sees it. @returns its `host:port`. @throws when there is none within two seconds. */
export async function findPrimary(mongodbUri: string): Promise<string> {
  const client = new mongoose.mongo.MongoClient(mongodbUri, { serverSelectionTimeoutMS: 2000, connectTimeoutMS: 1000 });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    return String(hello['me']);
  } finally {
    await client.close();
  }
}
