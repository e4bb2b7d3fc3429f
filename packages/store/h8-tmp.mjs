import mongoose from 'mongoose';
const uri = JSON.parse((await import('node:fs')).readFileSync('/tmp/h8/local/platform.json')).mongodbUri;
const c = await mongoose.createConnection(uri).asPromise();
const db = c.useDb('payments').db;
const names = (await db.listCollections().toArray()).map((x) => x.name);
if (process.argv[2] === 'show') { console.log(names.join(' ')); for (const n of names.filter(x=>/transfer|ledger|balance|account/.test(x))) console.log(n, JSON.stringify(await db.collection(n).findOne())?.slice(0,600)); }
if (process.argv[2] === 'set') { const [, , , coll, field, by] = process.argv; const d = await db.collection(coll).findOne({[field]: {$exists: true}}); await db.collection(coll).updateOne({_id: d._id}, {$inc: {[field]: mongoose.mongo.Long.fromNumber(Number(by))}}); console.log('changed', d._id); }
await c.close();
