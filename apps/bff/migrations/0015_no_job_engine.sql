-- Background work is found in the rows it is about; the tables of the earlier job engine hold nothing else.
DROP SCHEMA IF EXISTS jobs CASCADE;
