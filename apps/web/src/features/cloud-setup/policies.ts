/**
 * What the two AWS roles trust and may do. The inventory needs a handful of EC2 and Organizations readings; posture
 * management needs AWS's own `SecurityAudit` on top. Both roles get the same.
 */
import type { AwsPartition } from '@console/console-contract';

/** `trusted` is the account's root principal: each identity there that may assume the role must bring the external id. */
export function trustPolicy<Value>(trusted: Value, externalId: Value) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: trusted },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': externalId } },
      },
    ],
  } as const;
}

export const readingPolicy = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'ec2:DescribeAddresses',
        'ec2:DescribeImages',
        'ec2:DescribeInstances',
        'ec2:DescribeRegions',
        'ec2:DescribeVpcs',
        'organizations:List*',
      ],
      Resource: '*',
    },
  ],
} as const;

export const readingPolicyName = 'connector-reading';

export function securityAuditArn(partition: AwsPartition): string {
  return `arn:${arnPartition(partition)}:iam::aws:policy/SecurityAudit`;
}

export function arnPartition(partition: AwsPartition): 'aws' | 'aws-us-gov' {
  return partition === 'govcloud' ? 'aws-us-gov' : 'aws';
}
